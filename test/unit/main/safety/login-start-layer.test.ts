import { expect, it } from 'vitest';
import { createLoginStartLayer } from '../../../../main/safety/login-start-layer.js';
import type { Exposed } from '../../../../main/safety/safety-net.js';

const exposed = { ccpUrl: 'https://x.my.connect.aws/ccp-v2/', agentId: null, statusName: 'Available' };

function openLayer() {
  const deeds: string[] = [];
  const entry = {
    write: ({ args }: { readonly args: readonly string[] }) => deeds.push(`written ${args.join(' ')}`),
    remove: () => deeds.push('removed'),
  };
  const commandFor = ({ ccpUrl }: Exposed) => ({ command: '/app', args: [ccpUrl, '--recover'], cwd: '/' });
  return { deeds, layer: createLoginStartLayer(entry, commandFor) };
}

it('is written once, whatever the status is, and removed when nobody may be left behind', () => {
  const { deeds, layer } = openLayer();
  layer.arm(exposed);
  layer.arm({ ...exposed, statusName: 'Lunch' });
  expect(deeds.splice(0)).toEqual([`written ${exposed.ccpUrl} --recover`]);
  layer.disarm(true);
  layer.end();
  expect(deeds.splice(0)).toEqual(['removed']);
  layer.arm(exposed);
  expect(deeds).toEqual([`written ${exposed.ccpUrl} --recover`]);
});

it('does nothing for a start in which nobody is armed', () => {
  const { deeds, layer } = openLayer();
  layer.disarm(true);
  layer.end();
  expect(deeds).toEqual([]);
});
