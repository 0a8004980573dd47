package io.junheng.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a database other than PostgreSQL writes what {@code publish mart} needs.
 *
 * @param urls beginnings of JDBC addresses that are of this dialect
 * @param driver class of the JDBC driver, which the user brings
 * @param trial whether anybody tried it
 * @param quotes the character before a name and the one behind it
 * @param names how names are written within the quotes
 * @param longestName bytes of a name that the database keeps
 * @param longestText bytes of a text that its columns hold; longer ones are cut. Empty: any
 * @param types the database's type for each of {@link #TYPES}
 * @param comments where the comments of tables and columns stand
 * @param view words that make a view or replace one; empty: views are not made
 * @param tableEnd what stands behind the columns of a new table; may be empty
 * @param rowsAtOnce rows of one INSERT statement
 * @param note what its users must know; empty if nothing
 */
public record Dialect(
    String id,
    Text title,
    List<String> urls,
    String driver,
    Trial trial,
    String quotes,
    NameCase names,
    int longestName,
    OptionalInt longestText,
    Map<String, String> types,
    CommentPlace comments,
    Optional<String> view,
    String tableEnd,
    int rowsAtOnce,
    Optional<Text> note) {
  /**
   * Types of columns: those of our own tables, and {@code key} for texts that stand in a key, where
   * databases want a length.
   */
  public static final Set<String> TYPES =
      Set.of(
          "text", "key", "integer", "long", "quantity", "double", "boolean", "date", "timestamp");

  /** Whether a publication with it has been seen to work. */
  public enum Trial {
    /** On the database itself, in every build. */
    TESTED,
    /** Its statements on a database that takes the same ones, not on the one it is for. */
    STATEMENTS,
    /** Written from documentation. */
    UNTESTED
  }

  /** How names are written. */
  public enum NameCase {
    AS_IS,
    /** For databases that take a name without quotes for upper case. */
    UPPER
  }

  /** Where comments stand. */
  public enum CommentPlace {
    /** {@code COMMENT ON} statements. */
    STATEMENT,
    /** Behind each column and behind the table. */
    INLINE,
    NONE
  }

  public Dialect {
    urls = List.copyOf(urls);
    types = Map.copyOf(types);
    if (urls.isEmpty() || !urls.stream().allMatch(url -> url.matches("jdbc:[a-z0-9.+-]+:.*"))) {
      throw new IllegalArgumentException("urls are beginnings of JDBC addresses, such as jdbc:dm:");
    }
    if (quotes.length() != 2) {
      throw new IllegalArgumentException("quotes are two characters: before a name and behind it");
    }
    if (rowsAtOnce < 1) {
      throw new IllegalArgumentException("rows_at_once is at least 1");
    }
    if (longestName < 30) {
      throw new IllegalArgumentException("longest_name is at least 30 bytes");
    }
    if (!types.keySet().equals(TYPES)) {
      throw new IllegalArgumentException("types names exactly " + TYPES.stream().sorted().toList());
    }
  }

  /** Whether an address is of this dialect. */
  public boolean speaks(String url) {
    return urls.stream().anyMatch(url::startsWith);
  }
}
