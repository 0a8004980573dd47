package io.junheng.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.junheng.definition.Text;
import io.junheng.lake.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * How the last intake ended, and of what: files, register, definitions, code. While all of these
 * are the same, what was refused would be refused again, and is told again without a look at it.
 */
final class IntakeState {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JobRequest request;
  private final StateFile file;

  IntakeState(Configuration hadoop, JobRequest request) {
    this.request = request;
    this.file = new StateFile(hadoop, request.lake(), "intake-state.json");
  }

  /** Whether nothing has changed since the last intake; never, where more is wished for. */
  boolean isSame(IntakePlan plan, SubmissionRegister register) {
    return request.wishes().stream().allMatch(wish -> wish == JobRequest.Wish.VERIFY)
        && stored()
            .filter(state -> state.path("made_of").asText().equals(fingerprint(plan, register)))
            .isPresent();
  }

  /** What the last intake told. */
  List<RunUnderWay.Note> told() {
    List<RunUnderWay.Note> notes = new ArrayList<>();
    for (JsonNode told : stored().orElseThrow().path("told")) {
      notes.add(
          new RunUnderWay.Note(
              Outcome.valueOf(told.path("outcome").asText()),
              new Text(told.path("zh").asText(), told.path("en").asText())));
    }
    return notes;
  }

  private Optional<JsonNode> stored() {
    try {
      Optional<String> text = file.text();
      return text.isPresent() ? Optional.of(JSON.readTree(text.get())) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps what an intake that came to its end has told. */
  void save(IntakePlan plan, SubmissionRegister register, Stream<RunUnderWay.Note> notes) {
    ObjectNode state = JSON.createObjectNode().put("made_of", fingerprint(plan, register));
    notes.forEach(
        note ->
            state
                .withArray("told")
                .addObject()
                .put("outcome", note.outcome().name())
                .put("zh", note.text().zh())
                .put("en", note.text().en()));
    try {
      file.replace(state.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String fingerprint(IntakePlan plan, SubmissionRegister register) {
    return Fingerprint.of(
        Stream.of(
                plan.files().stream()
                    .map(file -> "file " + file.delivered().name() + " " + file.fileId()),
                plan.findings().stream().map(finding -> "finding " + finding.message().en()),
                Stream.of(
                    "register " + register.fingerprint(),
                    "definitions " + request.catalogue().digest(),
                    "limits " + request.catalogue().contracts(),
                    "code " + CodeVersion.text(),
                    "older " + request.older(),
                    "periods " + request.periods()))
            .flatMap(lines -> lines));
  }
}
