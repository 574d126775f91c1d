import { expose } from 'comlink';
import { analyze } from '../analysis/analyze';

/** The solver and the rules, off the page's thread. */
const api = { analyze };
export type AnalysisApi = typeof api;

expose(api);
