import { type JSX, useEffect, useRef, useState } from 'react';
import type { FileInput } from './block-kit.ts';
import { describedControl, type FieldProps } from './field-props.ts';
import type { FieldValue, UploadedFile } from './field-values.ts';

/** Slack takes ten files where the bot does not say how many. */
const mostFiles = 10;
/** The server takes no more either; said here, nobody waits for it. */
const mostBytes = 10 * 1024 * 1024;

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

const filesIn = (value: FieldValue): readonly UploadedFile[] => ('files' in value ? value.files : []);

const problemWith = ({ filetypes = [] }: FileInput, { name, size }: File): string | undefined => {
  if (filetypes.length > 0 && !filetypes.includes(endingOf(name)))
    return `「${name}」は選べません。選べるのは ${filetypes.join('、')} のファイルです。`;
  return size > mostBytes ? `「${name}」は大きすぎます。ファイルは10MBまでです。` : undefined;
};

/**
 * Files of this computer. A file is sent as soon as it is chosen; the browser's own control is only what opens the choice,
 * and what has been chosen stands below it: it must come back with the form, and no page can fill the control itself.
 */
export const FileField = (props: FieldProps<FileInput>): JSX.Element => {
  const { field, id, value, describedBy, required } = props;
  const [problem, setProblem] = useState('');
  const [reading, setReading] = useState(false);
  // While a file is under way other fields change: what is told afterwards must be told to the form of then.
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const control = useRef<HTMLInputElement>(null);
  const files = filesIn(value);
  const most = field.max_files ?? mostFiles;
  const keep = (kept: readonly UploadedFile[]): void =>
    latest.current.onChange({ type: 'file_input', files: kept });

  const send = async (chosen: readonly File[]): Promise<string> => {
    // The only file is replaced by the next.
    const before = (): readonly UploadedFile[] => (most === 1 ? [] : filesIn(latest.current.value));
    if (before().length + chosen.length > most) return `選べるファイルは${most}個までです。`;
    const wrong = chosen.map((file) => problemWith(field, file)).find((found) => found !== undefined);
    if (wrong !== undefined) return wrong;
    const sent: UploadedFile[] = [];
    for (const file of chosen) {
      const answer = await props.onUpload?.(file);
      if (answer?.ok === false) return answer.problem;
      if (answer !== undefined) sent.push(answer.file);
    }
    keep([...before(), ...sent]);
    return '';
  };
  const choose = async (chosen: readonly File[]): Promise<void> => {
    if (chosen.length === 0) return;
    setReading(true);
    setProblem(await send(chosen));
    setReading(false);
  };
  const described = [`${id}-chosen`, problem && `${id}-problem`, describedBy].filter(Boolean).join(' ');
  return (
    <>
      <input
        {...describedControl({ ...props, describedBy: described, required: required && files.length === 0 })}
        ref={control}
        type="file"
        accept={field.filetypes?.map((type) => `.${type}`).join(',')}
        multiple={most > 1}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          // The same file can be chosen again after it was mended on the disk.
          target.value = '';
          void choose(chosen);
        }}
      />
      <p className="more" id={`${id}-chosen`} role="status">
        {reading && '読み込んでいます…'}
        {!reading && (files.length === 0 ? '選択なし' : `選択中:${files.map(({ name }) => name).join('、')}`)}
      </p>
      {files.length > 0 && (
        <ul className="files">
          {files.map(({ id: fileId, name }) => (
            <li key={fileId}>
              <button
                type="button"
                onClick={() => {
                  keep(files.filter((file) => file.id !== fileId));
                  // The button goes away with its file; the focus must not go with it.
                  control.current?.focus();
                }}
              >
                {name}を外す
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem !== '' && (
        <p className="error" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </>
  );
};
