import { buffer } from 'node:stream/consumers';
import { analyzeCall } from './analyze-call';

/** `npm run analyze -- FILE...`: what `analyzeCall` answers, on standard output and standard error, with its exit code. */
const { status, stdout, stderr } = await analyzeCall(
  process.argv.slice(2),
  async () => new Uint8Array(await buffer(process.stdin)),
);
process.stderr.write(stderr);
process.stdout.write(stdout);
process.exitCode = status;
