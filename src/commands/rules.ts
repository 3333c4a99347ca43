import { Command } from 'commander';
import type { CommandContext } from './command.js';
import { applyCommand } from './rules/apply.js';
import { diffCommand } from './rules/diff.js';
import { exportCommand } from './rules/export.js';
import { lintCommand } from './rules/lint.js';

const HELP = `
A rules file is YAML with up to three lists, rules, policies and pairs, and one setting of the shop. The smallest useful one:

  rules:
    - id: rc-car-needs-batteries
      action: require          # require pin recommend boost bury exclude never-personalise
      when: { products: [rc-car] }
      then: { products: [aa-batteries] }
      quantity: 2
      state: approved          # draft (the default) changes nothing yet

The whole format, with a story for each action: docs/rules-file.md

Examples:
  tandem rules export --output rules.yaml
  tandem rules lint rules.yaml
  tandem rules diff rules.yaml
  tandem rules apply rules.yaml --by "Ada Merchant"
  generate-rules | tandem rules apply -
`;

/** `tandem rules`: merchandising rules, placement policies and decided pairs as a file. */
export const rulesCommand = (context: CommandContext): Command =>
  new Command('rules')
    .summary('merchandising rules as a file: export, lint, diff, apply')
    .description('Merchandising rules, placement policies and decided pairs, kept in a file that people write and review.')
    .addHelpText('after', HELP)
    .addCommand(exportCommand(context))
    .addCommand(lintCommand(context))
    .addCommand(diffCommand(context))
    .addCommand(applyCommand(context));
