package io.junheng.release;

import io.junheng.definition.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A release: what it is made of, and what happened to it.
 *
 * @param changes in their order; none where the run that made it was cut off after the manifest,
 *     then it is a draft
 */
public record Release(Manifest manifest, List<StateChange> changes) {
  public Release {
    changes = List.copyOf(changes);
  }

  public ReleaseId id() {
    return manifest.id();
  }

  /** Its state at a point in time: an embargo that is over leaves it published. */
  public ReleaseState state(Instant now) {
    Optional<StateChange> last = last();
    boolean isOver =
        last.filter(change -> change.state() == ReleaseState.EMBARGOED)
            .flatMap(StateChange::until)
            .filter(until -> !now.isBefore(until))
            .isPresent();
    return isOver
        ? ReleaseState.PUBLISHED
        : last.map(StateChange::state).orElse(ReleaseState.DRAFT);
  }

  /** When everybody could read it first; empty if that has not come. */
  public Optional<Instant> publishedAt(Instant now) {
    return changes.stream()
        .flatMap(
            change ->
                change.state() == ReleaseState.PUBLISHED
                    ? Stream.of(change.at())
                    : change.until().stream())
        .filter(at -> !at.isAfter(now))
        .min(Instant::compareTo);
  }

  /** End of the embargo that it is under. */
  public Optional<Instant> embargo(Instant now) {
    return state(now) == ReleaseState.EMBARGOED
        ? last().flatMap(StateChange::until)
        : Optional.empty();
  }

  /** Roles that may read it before everybody may. */
  public List<String> roles() {
    return changes.stream().flatMap(change -> change.roles().stream()).distinct().sorted().toList();
  }

  /** Whether figures may be shown to somebody who reads in a role, or in none. */
  public boolean isReadable(Optional<String> role, Instant now) {
    return state(now).isOpen() || role.filter(roles()::contains).isPresent();
  }

  /** The release that stands in its place. */
  public Optional<ReleaseId> amendedBy() {
    return last().flatMap(StateChange::amendedBy);
  }

  /** Whether its originals must stay, so that it can be made again. */
  public boolean isReproducible() {
    return changes.stream().allMatch(StateChange::isReproducible);
  }

  /** All that the gate was passed with. */
  public List<Waiver> waivers() {
    return Stream.concat(
            manifest.waivers().stream(),
            changes.stream().flatMap(change -> change.waivers().stream()))
        .distinct()
        .toList();
  }

  /** What must stand across whatever is made from it; empty for what is published and stands. */
  public Optional<Text> mark(Instant now) {
    String id = id().toString();
    return switch (state(now)) {
      case DRAFT ->
          Optional.of(
              new Text("草稿 %s,不得引用".formatted(id), "Draft %s, not to be quoted".formatted(id)));
      case COMMENT ->
          Optional.of(
              new Text(
                  "征求意见稿 %s,不得引用".formatted(id),
                  "For comment only: %s, not to be quoted".formatted(id)));
      case APPROVED ->
          Optional.of(
              new Text(
                  "%s 尚未公布,不得外传".formatted(id), "%s is not published yet, keep it".formatted(id)));
      case EMBARGOED ->
          Optional.of(
              new Text(
                  "%s 于 %s 前不得外传".formatted(id, embargo(now).orElseThrow()),
                  "%s is under embargo until %s".formatted(id, embargo(now).orElseThrow())));
      case PUBLISHED -> Optional.empty();
      case AMENDED ->
          Optional.of(
              new Text(
                  "%s 已由 %s 修订".formatted(id, amendedBy().orElseThrow()),
                  "%s was amended by %s".formatted(id, amendedBy().orElseThrow())));
      case WITHDRAWN ->
          Optional.of(
              new Text(
                  "%s 已撤回,不得引用".formatted(id), "%s is withdrawn, not to be quoted".formatted(id)));
    };
  }

  private Optional<StateChange> last() {
    return changes.isEmpty() ? Optional.empty() : Optional.of(changes.get(changes.size() - 1));
  }
}
