import type { InputBlock, ModalView } from '@slack/types';
import {
  type BodyRules,
  MOST_PREPARATION_DAYS,
  PROXY_RULES,
  QUORUMS,
  TIE_RULES,
  UNANSWERED_RULES,
} from '../../domain/body/body.ts';
import type { OpenedBody } from '../../services/body/open.ts';
import {
  bodyText,
  PROXY_WORD,
  QUORUM_WORD,
  RULES_FORM,
  RULES_HINT,
  RULES_LABEL,
  TIE_WORD,
  UNANSWERED_WORD,
} from '../../texts/body.ts';
import { DONE_TITLE, SAVE_CHANGES } from '../../texts/form-word.ts';
import { form, numberField, paragraph, radioField } from '../blocks.ts';

/** One rule with its choices in words; the one that holds is chosen. */
const ruleField = <Rule extends Exclude<keyof BodyRules, 'preparationDays'>>(
  name: Rule,
  values: readonly BodyRules[Rule][],
  words: Readonly<Record<BodyRules[Rule], string>>,
  rules: BodyRules,
  hint?: string,
): InputBlock =>
  radioField({
    name,
    label: RULES_LABEL[name],
    choices: values.map((value) => ({ value, text: words[value] })),
    initial: rules[name],
    ...(hint === undefined ? {} : { hint }),
  });

/** 会議体の決まり of the body that was opened. */
export const bodyRulesForm = ({ body, digest }: OpenedBody): ModalView =>
  form(
    RULES_FORM,
    'body-rules.set',
    SAVE_CHANGES,
    [
      paragraph(bodyText.rulesLead(body.name)),
      ruleField('quorum', QUORUMS, QUORUM_WORD, body),
      ruleField('proxy', PROXY_RULES, PROXY_WORD, body),
      ruleField('unanswered', UNANSWERED_RULES, UNANSWERED_WORD, body, RULES_HINT.unanswered),
      ruleField('tie', TIE_RULES, TIE_WORD, body),
      numberField({
        name: 'preparationDays',
        label: RULES_LABEL.preparationDays,
        hint: RULES_HINT.preparationDays,
        initial: body.preparationDays,
        min: 0,
        max: MOST_PREPARATION_DAYS,
        optional: true,
      }),
    ],
    { bodyId: body.id, digest },
  );

/** What the form becomes once the rules are set. */
export const bodyRulesSet = (name: string, year: string): ModalView =>
  form(DONE_TITLE.changed, 'body-rules.saved', null, [paragraph(bodyText.rulesSet(name, year))]);
