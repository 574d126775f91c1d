import { PLACE_KEYS } from './use-place-keys';

const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl K', 'go anywhere, do anything'],
  ['?', 'these keys'],
  ['Ctrl Z, Ctrl Shift Z', 'undo, redo'],
  ...Object.entries(PLACE_KEYS).map(([key, [, name]]) => [`g ${key}`, name] as const),
  ['g l', 'list of cases'],
  ['← →', 'move along the timeline'],
  ['+ −', 'zoom'],
  ['0, s, z', 'whole case, the stop, the selection'],
  ['↑ ↓', 'step through the entries'],
  ['Esc', 'back to all findings; leave a form as it was'],
];

/** The keys, as `?` shows them. */
export function Keys() {
  return (
    <table className="mapping">
      <tbody>
        {KEYS.map(([key, what]) => (
          <tr key={key}>
            <td className="mono" style={{ whiteSpace: 'nowrap' }}>
              {key}
            </td>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
