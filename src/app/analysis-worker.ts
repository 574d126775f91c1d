import { expose } from 'comlink';
import { analyze } from '../analysis/analyze';
import { examine } from '../analysis/examine';
import { measure } from '../analysis/measure';

/** The solver and the rules, off the page's thread. */
const api = { analyze, examine, measure };
export type AnalysisApi = typeof api;

expose(api);
