import { CIRCUITS, NO_CHOICES } from '../../record/choices';
import type { Row, TableName } from '../../record/tables';

/**
 * The jurisdiction of a case became the choices of its court: `ca8` is federal court in that circuit, `us` nothing chosen. That
 * history checks belong to the mission, once a yes or no among the policies, became one of them.
 */
export function to6(table: TableName, row: Row): Row {
  if (table !== 'cases' || !('jurisdiction' in row)) return row;
  const { jurisdiction, ...kept } = row;
  const { historyChecksAreMission, ...policies } = Object(kept['policies']) as Record<string, unknown>;
  const circuit = CIRCUITS.find((c) => c === jurisdiction);
  return {
    ...kept,
    policies,
    choices: {
      ...NO_CHOICES,
      ...(circuit ? { forum: 'federal', circuit } : {}),
      ...(historyChecksAreMission === true ? { history: 'mission' } : {}),
    },
  } as Row;
}
