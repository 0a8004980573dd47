package io.junheng.config;

import static io.junheng.config.Shape.Scalar.BILINGUAL;
import static io.junheng.config.Shape.Scalar.NAME;
import static io.junheng.config.Shape.Scalar.TEXT;
import static io.junheng.config.Shape.Scalar.WHOLE;

import io.junheng.config.Shape.Each;
import io.junheng.config.Shape.Words;
import io.junheng.definition.Dialect;

/** The shape of the files in {@code dialects}. */
final class DialectKind {
  static final Keys DIALECT =
      Keys.of("a dialect")
          .required("dialect", NAME, "Id of the dialect.")
          .required("title", BILINGUAL, "Databases that speak it.")
          .required("urls", new Each(TEXT), "Beginnings of their JDBC addresses.")
          .required("driver", TEXT, "Class of the JDBC driver.")
          .required(
              "trial",
              Words.of(Dialect.Trial.class),
              "tested: in every build; statements: on a database that takes the same ones; untested.")
          .required("quotes", TEXT, "The character before a name and the one behind it.")
          .optional(
              "names",
              Words.of(Dialect.NameCase.class),
              "upper: names are written in capitals; as_is if not given.")
          .required("longest_name", WHOLE, "Bytes of a name that the database keeps.")
          .optional(
              "longest_text",
              WHOLE,
              "Bytes of a text that its columns hold; longer ones are cut, with … at their end.")
          .required("types", types(), "The database's types.")
          .required(
              "comments",
              Words.of(Dialect.CommentPlace.class),
              "statement: COMMENT ON; inline: behind columns and table; none.")
          .optional("view", TEXT, "Words that make or replace a view; without them none are made.")
          .optional("table_end", TEXT, "What stands behind the columns of a new table.")
          .optional(
              "rows_at_once",
              WHOLE,
              "Rows of one INSERT; 1, if not given: every database takes that.")
          .optional("note", BILINGUAL, "What its users must know.")
          .build();

  private DialectKind() {}

  private static Keys types() {
    return Keys.of("the types of a dialect")
        .required("text", TEXT, "Text of any length.")
        .required("key", TEXT, "Text in a key, up to 100 characters.")
        .required("integer", TEXT, "32 bits.")
        .required("long", TEXT, "64 bits.")
        .required("quantity", TEXT, "28 digits, 10 of them behind the point.")
        .required("double", TEXT, "Floating point, 64 bits.")
        .required("boolean", TEXT, "True or false; whole numbers 1 and 0 will do.")
        .required("date", TEXT, "A day.")
        .required("timestamp", TEXT, "A point in time, UTC.")
        .build();
  }
}
