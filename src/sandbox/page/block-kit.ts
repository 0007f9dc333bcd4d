/**
 * The part of Block Kit that the practice page draws. The server has checked every payload against Slack's limits before
 * it reaches the page, so these types only name what the page reads.
 */

export type PlainText = { readonly type: 'plain_text'; readonly text: string };
type Mrkdwn = { readonly type: 'mrkdwn'; readonly text: string };
export type TextObject = PlainText | Mrkdwn;

export type Option = {
  readonly text: TextObject;
  readonly value: string;
  readonly description?: TextObject;
  readonly url?: string;
};
type OptionGroup = { readonly label: PlainText; readonly options: readonly Option[] };

export type Confirm = {
  readonly title: PlainText;
  readonly text: TextObject;
  readonly confirm: PlainText;
  readonly deny: PlainText;
  readonly style?: 'primary' | 'danger';
};

type Acting = {
  readonly action_id: string;
  readonly confirm?: Confirm;
  readonly placeholder?: PlainText;
  readonly focus_on_load?: boolean;
};

export type Button = Acting & {
  readonly type: 'button';
  readonly text: PlainText;
  readonly value?: string;
  readonly url?: string;
  readonly style?: 'primary' | 'danger';
  readonly accessibility_label?: string;
};
export type Overflow = Acting & { readonly type: 'overflow'; readonly options: readonly Option[] };

export type TextInput = Acting & {
  readonly type: 'plain_text_input' | 'number_input' | 'url_text_input' | 'email_text_input';
  readonly initial_value?: string;
  readonly multiline?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly is_decimal_allowed?: boolean;
  readonly min_value?: string;
  readonly max_value?: string;
  readonly dispatch_action_config?: {
    readonly trigger_actions_on?: readonly ('on_enter_pressed' | 'on_character_entered')[];
  };
};
export type DatePicker = Acting & { readonly type: 'datepicker'; readonly initial_date?: string };
export type MomentPicker = Acting & {
  readonly type: 'datetimepicker';
  readonly initial_date_time?: number;
};
export type TimePicker = Acting & { readonly type: 'timepicker'; readonly initial_time?: string };

export type FileInput = Acting & {
  readonly type: 'file_input';
  readonly filetypes?: readonly string[];
  readonly max_files?: number;
};

type Choices = { readonly options?: readonly Option[]; readonly option_groups?: readonly OptionGroup[] };
export type StaticSelect = Acting &
  Choices & { readonly type: 'static_select'; readonly initial_option?: Option };
export type RadioButtons = Acting & {
  readonly type: 'radio_buttons';
  readonly options: readonly Option[];
  readonly initial_option?: Option;
};
export type MultiStaticSelect = Acting &
  Choices & {
    readonly type: 'multi_static_select';
    readonly initial_options?: readonly Option[];
    readonly max_selected_items?: number;
  };
export type ExternalSelect = Acting & {
  readonly type: 'external_select';
  readonly initial_option?: Option;
  readonly min_query_length?: number;
};
export type MultiExternalSelect = Acting & {
  readonly type: 'multi_external_select';
  readonly initial_options?: readonly Option[];
  readonly min_query_length?: number;
  readonly max_selected_items?: number;
};
export type Checkboxes = Acting & {
  readonly type: 'checkboxes';
  readonly options: readonly Option[];
  readonly initial_options?: readonly Option[];
};
export type UsersSelect = Acting & { readonly type: 'users_select'; readonly initial_user?: string };
export type ChannelsSelect = Acting & { readonly type: 'channels_select'; readonly initial_channel?: string };
export type MultiUsersSelect = Acting & {
  readonly type: 'multi_users_select';
  readonly initial_users?: readonly string[];
  readonly max_selected_items?: number;
};
export type MultiChannelsSelect = Acting & {
  readonly type: 'multi_channels_select';
  readonly initial_channels?: readonly string[];
  readonly max_selected_items?: number;
};

/** Elements that hold a value, and so appear in the state of a form. */
export type Field =
  | TextInput
  | DatePicker
  | TimePicker
  | MomentPicker
  | FileInput
  | StaticSelect
  | ExternalSelect
  | MultiExternalSelect
  | RadioButtons
  | MultiStaticSelect
  | Checkboxes
  | UsersSelect
  | ChannelsSelect
  | MultiUsersSelect
  | MultiChannelsSelect;

export type Image = {
  readonly type: 'image';
  readonly image_url?: string;
  readonly slack_file?: { readonly id?: string; readonly url?: string };
  readonly alt_text: string;
};

/** What may stand beside a section or in a row of actions. */
export type Element = Button | Overflow | Field | Image;

export type RichStyle = {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
};
export type RichLeaf =
  | { readonly type: 'text'; readonly text: string; readonly style?: RichStyle }
  | { readonly type: 'link'; readonly url: string; readonly text?: string; readonly style?: RichStyle }
  | { readonly type: 'user'; readonly user_id: string; readonly style?: RichStyle }
  | { readonly type: 'channel'; readonly channel_id: string; readonly style?: RichStyle }
  | { readonly type: 'emoji'; readonly name: string; readonly unicode?: string }
  | { readonly type: 'broadcast'; readonly range: string }
  | { readonly type: 'date'; readonly fallback?: string };
type RichSection = { readonly type: 'rich_text_section'; readonly elements: readonly RichLeaf[] };
export type RichPart =
  | RichSection
  | { readonly type: 'rich_text_preformatted'; readonly elements: readonly RichLeaf[] }
  | { readonly type: 'rich_text_quote'; readonly elements: readonly RichLeaf[] }
  | {
      readonly type: 'rich_text_list';
      readonly style: 'ordered' | 'bullet';
      readonly indent?: number;
      readonly offset?: number;
      readonly elements: readonly RichSection[];
    };
export type RichText = { readonly type: 'rich_text'; readonly elements: readonly RichPart[] };

export type TableCell =
  | { readonly type: 'raw_text'; readonly text: string }
  | { readonly type: 'raw_number'; readonly value: number; readonly text?: string }
  | RichText;
export type TableBlock = {
  readonly type: 'table';
  readonly rows: readonly (readonly TableCell[])[];
  readonly column_settings?: readonly ({ readonly align?: 'left' | 'center' | 'right' } | null)[];
};

export type InputBlock = {
  readonly type: 'input';
  readonly block_id: string;
  readonly label: PlainText;
  readonly element: Field;
  readonly hint?: PlainText;
  readonly optional?: boolean;
  readonly dispatch_action?: boolean;
};

type DrawnBlock =
  | { readonly type: 'header'; readonly text: PlainText }
  | {
      readonly type: 'section';
      readonly text?: TextObject;
      readonly fields?: readonly TextObject[];
      readonly accessory?: Element;
    }
  | { readonly type: 'divider' }
  | { readonly type: 'context'; readonly elements: readonly (TextObject | Image)[] }
  | { readonly type: 'actions'; readonly elements: readonly Element[] }
  | (Image & { readonly title?: PlainText })
  | { readonly type: 'markdown'; readonly text: string }
  | RichText
  | TableBlock;

/** A block as the bot sent it. The block id is there whenever something in the block can be pressed or filled. */
export type Block = InputBlock | (DrawnBlock & { readonly block_id?: string });
