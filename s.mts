import { chromium } from 'playwright-core'; import { FLAGS, findChromium } from './test/chromium'; import { serve } from './src/cli/serve'; import { gzipSync } from 'node:zlib';
const a = await serve('dist', 0); const b = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
const p = await b.newPage(); const s=new Map<string,number>(); p.on('response',r=>{ if(/\.js$/.test(new URL(r.url()).pathname)) void r.body().then(x=>s.set(r.url().split('/').pop()!,gzipSync(x).length)).catch(()=>0); });
const say=(w:string)=>{ const all=[...s].sort((x,y)=>y[1]-x[1]); const work=all.filter(([n])=>/worker/.test(n)); console.log(w, Math.round(all.reduce((t,[,n])=>t+n,0)/1000),'kB; workers',Math.round(work.reduce((t,[,n])=>t+n,0)/1000), all.slice(0,22).map(([n,k])=>`${n} ${Math.round(k/1000)}`).join(', ')); };
await p.goto(`${a.url}#/cases`); await p.getByRole('button',{name:'New case'}).waitFor(); await p.waitForTimeout(800); say('cases');
await p.goto(`${a.url}#/sample/sample-roadside`); await p.getByRole('img',{name:/Timeline of/}).waitFor(); await p.goto('about:blank'); s.clear(); await p.goto(`${a.url}#/case/sample-roadside/timeline`); await p.getByRole('img',{name:/Timeline of/}).waitFor(); await p.waitForTimeout(1000); say('timeline');
await b.close(); process.exit(0);
