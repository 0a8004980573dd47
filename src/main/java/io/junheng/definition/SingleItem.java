package io.junheng.definition;

import java.util.Objects;
import java.util.Optional;

/**
 * An indicator at one stage that is watched by itself.
 *
 * @param group heading under which it stands
 * @param target what is asked for; empty: nothing is
 * @param ranking who is ranked against whom by its value
 */
public record SingleItem(
    String id,
    Text title,
    Text group,
    String indicator,
    String stage,
    Optional<Limit> target,
    ScoreNode.Source source,
    RankingRule ranking) {
  public SingleItem {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(ranking, "ranking");
  }
}
