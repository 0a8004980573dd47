package io.junheng.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Puts a command's own options before those that all commands share, each under its heading. */
final class HelpSections {
  private static final String OWN = "ownOptions";
  private static final String SHARED = "sharedOptions";

  private HelpSections() {}

  /** Arranges the help of the root command and of all below it. */
  static void arrange(CommandLine root, ResourceBundle words) {
    List<String> order = new ArrayList<>(root.getHelpSectionKeys());
    order.set(order.indexOf(UsageMessageSpec.SECTION_KEY_OPTION_LIST), OWN);
    order.remove(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING);
    order.add(order.indexOf(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING), SHARED);
    root.setHelpSectionKeys(order);
    root.getHelpSectionMap()
        .put(SHARED, help -> section(help, words.getString(SHARED), Ownership.OWN));
    arrangeBelow(root, words);
  }

  private static void arrangeBelow(CommandLine parent, ResourceBundle words) {
    for (CommandLine command : parent.getSubcommands().values()) {
      arrangeBelow(command, words);
      command
          .getHelpSectionMap()
          .put(OWN, help -> section(help, words.getString(OWN), Ownership.OWN));
      command
          .getHelpSectionMap()
          .put(SHARED, help -> section(help, words.getString(SHARED), Ownership.INHERITED));
      arrangeBelow(command, words);
    }
  }

  /** Whose option it is: the command's, or its parent's. */
  private enum Ownership {
    OWN,
    INHERITED
  }

  private static String section(Help help, String heading, Ownership ownership) {
    List<OptionSpec> options =
        help.commandSpec().options().stream()
            .filter(option -> option.inherited() == (ownership == Ownership.INHERITED))
            .toList();
    String list = help.optionListExcludingGroups(options);
    return list.isEmpty() ? "" : "%n%s%n%s".formatted(heading, list);
  }
}
