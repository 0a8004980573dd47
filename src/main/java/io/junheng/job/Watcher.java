package io.junheng.job;

import io.junheng.definition.Text;
import java.util.OptionalInt;

/**
 * Is told what a job does; shows it on a screen, or to nobody. May be called from several threads.
 */
public interface Watcher {
  /** A step begins. Every step that begins is ended. */
  Step begin(Text title);

  /**
   * The same for a step that machines know by a name.
   *
   * @param name as {@code run-state.json} has it
   */
  default Step begin(String name, Text title) {
    return begin(title);
  }

  /** A word to the user that belongs to no step, such as a file set aside. */
  void say(Text message);

  /** The exit code of the signal that is ending the process; empty while none came. */
  default OptionalInt interruption() {
    return OptionalInt.empty();
  }

  /** A step under way. */
  interface Step {
    /** How far it is; a total of 0 means that nobody knows. */
    void at(long done, long total);

    /**
     * It is done. @param counts what was done, in numbers; shown beside the title with the time
     * taken
     */
    void end(Text counts);

    /** It failed; why is told elsewhere. */
    void fail();
  }

  /** A watcher that shows nothing. */
  Watcher NOBODY =
      new Watcher() {
        @Override
        public Step begin(Text title) {
          return new Step() {
            @Override
            public void at(long done, long total) {}

            @Override
            public void end(Text counts) {}

            @Override
            public void fail() {}
          };
        }

        @Override
        public void say(Text message) {}
      };
}
