import type { JSX } from 'react';
import type { TableBlock, TableCell } from './block-kit.ts';
import { RichTextView } from './rich-text.tsx';

const Cell = ({ cell }: { readonly cell: TableCell }): JSX.Element => {
  if (cell.type === 'rich_text') return <RichTextView text={cell} />;
  return <>{cell.type === 'raw_number' ? (cell.text ?? String(cell.value)) : cell.text}</>;
};

/** A table whose first row is its head, as in Slack. A wide one scrolls sideways, by keyboard too. */
export const TableView = ({ table }: { readonly table: TableBlock }): JSX.Element => {
  const [head = [], ...rows] = table.rows;
  const align = (column: number): 'left' | 'center' | 'right' =>
    table.column_settings?.[column]?.align ?? 'left';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table" aria-label="表" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have nothing else to be told apart by
              <th key={column} scope="col" style={{ textAlign: align(column) }}>
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else to be told apart by
            <tr key={place}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have nothing else to be told apart by
                <td key={column} style={{ textAlign: align(column) }}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
