import { readFileSync } from 'node:fs';
import { pageProcesses } from '../support/page-processes.js';
import { expect, test } from '../support/phone-test.js';

/** Of the kernel, https://docs.kernel.org/userspace-api/seccomp_filter.html: system calls go through a filter. */
const filtered = '2';

test("the page and the panel run in Chromium's sandbox, as an ordinary user", async ({ app, phone }) => {
  test.skip(process.platform !== 'linux', 'only Linux tells of a process what it may do');
  test.skip(process.getuid?.() === 0, 'Chromium refuses its sandbox to root; npm test says why it ran as root');
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  const pids = await pageProcesses(app);
  expect(pids.length, 'page and panel are two processes').toBe(2);
  for (const pid of pids) {
    const facts = factsOf(pid);
    expect(facts.get('Seccomp')).toBe(filtered);
    // Its number within a name space of its own, after the one by which we know it.
    expect(facts.get('NSpid')?.split('\t').length).toBeGreaterThan(1);
    expect(facts.get('Uid')).not.toMatch(/\b0\b/);
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('--no-sandbox');
  }
});

/** What Linux says of a process, https://docs.kernel.org/filesystems/proc.html. */
function factsOf(pid: number): ReadonlyMap<string, string> {
  const lines = readFileSync(`/proc/${pid}/status`, 'utf8').trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [name = '', value = ''] = line.split(/:\s*/, 2);
      return [name, value];
    }),
  );
}
