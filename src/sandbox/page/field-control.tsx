import type { JSX } from 'react';
import type { Field } from './block-kit.ts';
import { ChoiceList } from './choice-list.tsx';
import { ExternalSelectField } from './external-select.tsx';
import type { FieldProps } from './field-props.ts';
import { FileField } from './file-field.tsx';
import { SelectField } from './select-field.tsx';
import { DateField, MomentField, TextField, TimeField } from './text-fields.tsx';

/** Whether a field is a group of controls, which needs a legend instead of a label. */
export const isGroup = ({ type }: Field): boolean =>
  type === 'radio_buttons' ||
  type === 'checkboxes' ||
  (type.startsWith('multi_') && type !== 'multi_external_select');

/** The control of any field. */
export const FieldControl = (props: FieldProps<Field>): JSX.Element => {
  const { field } = props;
  switch (field.type) {
    case 'plain_text_input':
    case 'number_input':
    case 'url_text_input':
    case 'email_text_input':
      return <TextField {...props} field={field} />;
    case 'datepicker':
      return <DateField {...props} field={field} />;
    case 'timepicker':
      return <TimeField {...props} field={field} />;
    case 'datetimepicker':
      return <MomentField {...props} field={field} />;
    case 'file_input':
      return <FileField {...props} field={field} />;
    case 'static_select':
    case 'users_select':
    case 'channels_select':
      return <SelectField {...props} field={field} />;
    case 'external_select':
    case 'multi_external_select':
      return <ExternalSelectField {...props} field={field} />;
    case 'radio_buttons':
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_users_select':
    case 'multi_channels_select':
      return <ChoiceList {...props} field={field} />;
    default:
      return <UnknownField />;
  }
};

const UnknownField = (): JSX.Element => <p className="more">この入力欄は練習用の画面ではまだ使えません。</p>;
