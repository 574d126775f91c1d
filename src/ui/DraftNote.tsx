/** Says that a form holds what was typed before, and throws it away where it is not wanted. @param at ms; nothing where null */
export function DraftNote({ at, onDrop }: { at: number | null; onDrop: () => void }) {
  if (at === null) return null;
  const day = new Date(at).toDateString() === new Date().toDateString();
  const time = new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
  return (
    <p className="cite" role="status">
      A draft from {day ? time : `${new Date(at).toLocaleDateString()} ${time}`} was kept.{' '}
      <button type="button" className="cite-link" onClick={onDrop}>
        Throw it away
      </button>
    </p>
  );
}
