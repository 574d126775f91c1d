import { type OutOn, owedSays } from '../../analysis/outstanding';
import { printDay } from '../../time/days';
import css from './discovery.module.css';

const NAMED = 8;

/** What had not been produced by the end of a day, in sentences. */
export function OutNote({ out, asOf, why }: { out: OutOn; asOf: number; why: string }) {
  const files = (n: number): string => `${n} ${n === 1 ? 'file' : 'files'}`;
  return (
    <section className={css['out']} aria-label="What was out">
      <strong>
        On {printDay(asOf)}
        {why === '' ? '' : `, the day ${why}`}:
      </strong>
      {out.out.length === 0 && out.unasked.length === 0 && out.later.length === 0 && (
        <p>Nothing that is known of was out.</p>
      )}
      {out.out.length > 0 && (
        <>
          <p>Had been asked for and not produced:</p>
          <ul>
            {out.out.map((o) => (
              <li key={o.demand.id}>
                {o.demand.asks}: {owedSays(o)}
                {o.demand.received !== '' ? `; it came on ${o.demand.received}` : ''}
              </li>
            ))}
          </ul>
        </>
      )}
      {out.unasked.length > 0 && (
        <>
          <p>Had not been produced, and not been asked for yet:</p>
          <ul>
            {out.unasked.map((o) => (
              <li key={o.demand.id}>{o.demand.asks}</li>
            ))}
          </ul>
        </>
      )}
      {out.later.map(({ came, perhaps }) => (
        <p key={came.production?.id}>
          {came.production?.name} came {perhaps ? 'perhaps only ' : ''}after it, with{' '}
          {files(came.papers.length)}:{' '}
          {came.papers
            .slice(0, NAMED)
            .map((p) => p.name.split(/[/\\]/).at(-1))
            .join(', ')}
          {came.papers.length > NAMED ? `, and ${came.papers.length - NAMED} more` : ''}.
        </p>
      ))}
    </section>
  );
}
