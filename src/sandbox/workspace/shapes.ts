import { z } from 'zod';

/** What Slack sends and takes as JSON, before a schema has looked at it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The parts of Block Kit that Slack's side has to understand to show a surface and to act on it. Everything else
 * in a block is kept as it came, because the bot must get it back unchanged. Limits are the gate's business.
 */
export const TextShape = z.looseObject({ type: z.string(), text: z.string() });
export type TextShape = z.infer<typeof TextShape>;

export const OptionShape = z.looseObject({
  text: TextShape,
  value: z.string().optional(),
  description: TextShape.optional(),
});
export type OptionShape = z.infer<typeof OptionShape>;

export const ElementShape = z.looseObject({
  type: z.string(),
  action_id: z.string().optional(),
  text: TextShape.optional(),
  value: z.string().optional(),
  placeholder: TextShape.optional(),
  options: z.array(OptionShape).optional(),
  option_groups: z.array(z.looseObject({ options: z.array(OptionShape) })).optional(),
  initial_option: OptionShape.optional(),
  initial_options: z.array(OptionShape).optional(),
  max_length: z.number().optional(),
  min_length: z.number().optional(),
  filetypes: z.array(z.string()).optional(),
  max_files: z.number().optional(),
});
export type ElementShape = z.infer<typeof ElementShape>;

export const BlockShape = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  text: z.union([TextShape, z.string()]).optional(),
  fields: z.array(TextShape).optional(),
  label: TextShape.optional(),
  hint: TextShape.optional(),
  element: ElementShape.optional(),
  accessory: ElementShape.optional(),
  elements: z.array(z.unknown()).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});
export type BlockShape = z.infer<typeof BlockShape>;

export const ViewShape = z.looseObject({
  type: z.enum(['modal', 'home']),
  title: TextShape.optional(),
  submit: TextShape.optional(),
  close: TextShape.optional(),
  blocks: z.array(BlockShape),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  external_id: z.string().default(''),
  clear_on_close: z.boolean().default(false),
  notify_on_close: z.boolean().default(false),
});
export type ViewShape = z.infer<typeof ViewShape>;

/** An element a person can act on, with the block it stands in. */
export type PlacedElement = {
  readonly block: BlockShape;
  readonly blockId: string;
  readonly actionId: string;
  readonly element: ElementShape;
};

/** The elements of `blocks` that have an action id: in inputs, in actions and beside sections, in reading order. */
export const elementsOf = (blocks: readonly BlockShape[]): readonly PlacedElement[] =>
  blocks.flatMap((block) => {
    const inActions = block.type === 'actions' ? (block.elements ?? []) : [];
    const candidates = [block.element, block.accessory, ...inActions];
    return candidates.flatMap((candidate) => {
      const element = ElementShape.safeParse(candidate);
      if (!element.success || element.data.action_id === undefined) return [];
      return [
        { block, blockId: block.block_id ?? '', actionId: element.data.action_id, element: element.data },
      ];
    });
  });

/** Every option of a select, radio group, checkbox group or overflow, grouped or not. */
export const optionsOf = (element: ElementShape): readonly OptionShape[] => [
  ...(element.options ?? []),
  ...(element.option_groups ?? []).flatMap((group) => group.options),
];

const withActionId = (element: unknown, id: () => string): unknown => {
  const interactive = z
    .looseObject({ type: z.string(), action_id: z.string().optional() })
    .safeParse(element);
  if (!interactive.success || interactive.data.action_id !== undefined) return element;
  return ['mrkdwn', 'plain_text', 'image'].includes(interactive.data.type)
    ? element
    : { ...interactive.data, action_id: id() };
};

/** Gives the block and action ids that a payload left out, as Slack does before it stores a surface. */
export const withIds = (blocks: readonly BlockShape[], id: () => string): BlockShape[] =>
  blocks.map((block) => {
    const named = { ...block, block_id: block.block_id ?? id() };
    if (block.type === 'actions')
      named.elements = (block.elements ?? []).map((each) => withActionId(each, id));
    const inner = block.type === 'input' ? block.element : block.accessory;
    if (inner === undefined) return named;
    const element = ElementShape.parse(withActionId(inner, id));
    return block.type === 'input' ? { ...named, element } : { ...named, accessory: element };
  });
