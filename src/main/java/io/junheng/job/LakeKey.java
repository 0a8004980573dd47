package io.junheng.job;

import io.junheng.definition.Text;
import io.junheng.intake.format.KeyLocation;
import io.junheng.intake.format.PseudonymKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * The key of the pseudonyms that a request names, held against the one that the lake's pseudonyms
 * were made with: two keys in one lake would break every link between datasets and years, and
 * nobody would see it.
 */
record LakeKey(JobRequest request, Configuration hadoop) {
  /** Between the ids of the old and the new key while a change is under way. */
  static final String BECOMES = "→";

  /** The id of the key, which is that of the lake; a {@link JobException} where it is another. */
  String idFor(SubmissionRegister register) {
    String id = load().fingerprint();
    Set<String> ofLake = register.keyIds();
    if (ofLake.stream().anyMatch(known -> known.contains(BECOMES))) {
      throw unfinished(String.join(", ", ofLake));
    }
    if (!ofLake.isEmpty() && !ofLake.equals(Set.of(id))) {
      throw other(id, String.join(", ", ofLake));
    }
    return id;
  }

  /** The key; made if it is missing and may be made. */
  PseudonymKey load() {
    try {
      return request.makeKey()
          ? PseudonymKey.loadOrCreate(Path.of(request.keyFile()))
          : new KeyLocation(request.keyFile()).load(hadoop);
    } catch (IOException e) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text(
              "缺少假名密钥 %s:%s。用 openssl rand -hex 32 生成一个,只让运行者可读。"
                  .formatted(request.keyFile(), e.getMessage()),
              "No pseudonym key at %s: %s. Make one with openssl rand -hex 32 and let only the account that runs the job read it."
                  .formatted(request.keyFile(), e.getMessage())),
          e);
    }
  }

  private JobException other(String id, String ofLake) {
    return new JobException(
        Outcome.CONFIGURATION,
        new Text(
            "%s 的密钥编号是 %s,数据湖中的假名由密钥 %s 生成,混用会使各年、各数据集的人对不上。请用原密钥;确要更换,请运行 junheng rekey。"
                .formatted(request.keyFile(), id, ofLake),
            "%s holds the key %s, but the lake's pseudonyms were made with %s; with two keys nobody could be followed over years and datasets. Give that key, or change keys with junheng rekey."
                .formatted(request.keyFile(), id, ofLake)));
  }

  private static JobException unfinished(String change) {
    return new JobException(
        Outcome.CONFIGURATION,
        new Text(
            "更换假名密钥(%s)尚未完成。请用新密钥再次运行 junheng rekey。".formatted(change),
            "A change of the pseudonym key (%s) was cut off. Type junheng rekey again with the new key."
                .formatted(change)));
  }
}
