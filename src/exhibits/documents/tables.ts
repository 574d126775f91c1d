import { ofExhibit } from '../document';

export const csv = ofExhibit({
  id: 'csv',
  name: 'CSV',
  says: 'the table',
  type: 'text/csv',
  ending: 'csv',
  write: async (exhibit) => (await import('../formats/tables')).csvOf(exhibit),
});

export const xlsx = ofExhibit({
  id: 'xlsx',
  name: 'XLSX',
  says: 'all tables',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ending: 'xlsx',
  write: async (exhibit) => (await import('../formats/tables')).xlsxOf(exhibit),
});
