package io.junheng.assessment;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.RankingRule;
import io.junheng.definition.RankingRule.RankingScope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ranks a framework's counties as a whole and within their peer groups, as far as its rule allows,
 * and shows how they moved.
 */
record RankFramework(Framework framework, Catalogue catalogue) {

  /**
   * One row for each entry, in the order of their codes; none at all where the law forbids ranking.
   */
  List<CountyRanking> apply(List<RankingEntry> entries, Panel panel, Movement movement) {
    RankingRule rule = framework.ranking();
    if (rule.scope() == RankingScope.FORBIDDEN) {
      return List.of();
    }
    Map<String, String> peerGroups = new PeerGroups(framework, catalogue).on(panel);
    Map<String, Place> peerPlaces = peerPlaces(entries, peerGroups);
    return places(entries).stream()
        .map(
            place ->
                row(
                    place,
                    movement,
                    Optional.ofNullable(peerGroups.get(place.county())),
                    peerPlaces))
        .toList();
  }

  private List<Place> places(List<RankingEntry> entries) {
    RankCounties rank = new RankCounties(framework.ranking());
    return framework.ranking().scope() == RankingScope.ALL
        ? rank.apply(entries)
        : rank.withoutPlaces(entries);
  }

  private CountyRanking row(
      Place place, Movement movement, Optional<String> peerGroup, Map<String, Place> peerPlaces) {
    ChangeStatus status = movement.ofPlace(place.county(), place.rankNo());
    Optional<BigDecimal> before =
        movement.placeBefore(place.county()).filter(p -> status == ChangeStatus.COMPARABLE);
    return new CountyRanking(
        place,
        framework.ranking().ties().name().toLowerCase(Locale.ROOT),
        before,
        before.map(then -> then.subtract(place.rankNo().orElseThrow())),
        status,
        peerGroup,
        Optional.ofNullable(peerPlaces.get(place.county())));
  }

  private Map<String, Place> peerPlaces(
      List<RankingEntry> entries, Map<String, String> peerGroups) {
    RankingScope scope = framework.ranking().scope();
    if (scope != RankingScope.ALL && scope != RankingScope.PEER_GROUPS) {
      return Map.of();
    }
    Map<String, Place> places = new HashMap<>();
    Set<String> ids = new HashSet<>(peerGroups.values());
    for (String id : ids) {
      List<RankingEntry> peers = new ArrayList<>(entries);
      peers.removeIf(entry -> !id.equals(peerGroups.get(entry.county())));
      new RankCounties(framework.ranking())
          .apply(peers)
          .forEach(place -> places.put(place.county(), place));
    }
    return places;
  }
}
