import { caseRecord } from './test/bench/case-record'; import { analyze } from './src/analysis/analyze';
const r = caseRecord(100_000); for (let i=0;i<4;i++){ const c=process.cpuUsage(); const t=performance.now(); analyze(r); const u=process.cpuUsage(c); console.log(Math.round(performance.now()-t), Math.round((u.user+u.system)/1000)); }
