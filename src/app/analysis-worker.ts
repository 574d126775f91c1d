import { expose } from 'comlink';
import { analyze } from '../analysis/analyze';
import { examine } from '../analysis/examine';

/** The solver and the rules, off the page's thread. */
const api = { analyze, examine };
export type AnalysisApi = typeof api;

expose(api);
