/** Something with a name and an Amazon Resource Name: a queue, a routing profile. */
export interface NamedResource {
  readonly arn: string;
  readonly name: string;
}

/** A quick connect, in the three kinds GetEndpoints knows. */
export interface QuickConnect {
  readonly arn: string;
  readonly name: string;
  readonly type: 'phone_number' | 'agent' | 'queue';
  readonly phoneNumber?: string | undefined;
  readonly agentLogin?: string | undefined;
  readonly queue?: NamedResource | undefined;
}

/** The pretend Amazon Connect instance: who the account is, where its things are. */
export interface Instance {
  readonly accountId: string;
  readonly region: string;
  readonly arn: string;
  readonly agentArn: string;
  readonly routingProfile: NamedResource;
  readonly queues: readonly NamedResource[];
  readonly defaultOutboundQueue: NamedResource;
  readonly agentQueue: NamedResource;
  readonly quickConnects: readonly QuickConnect[];
  /** The number customers dial, and see when the agent dials them. */
  readonly phoneNumber: string;
}

const accountId = '123456789012';
const region = 'us-east-1';
const arn = `arn:aws:connect:${region}:${accountId}:instance/11111111-1111-4111-8111-111111111111`;
const agentId = '33333333-3333-4333-8333-333333333333';

function queue(serial: number, name: string): NamedResource {
  return { arn: `${arn}/queue/22222222-2222-4222-8222-${String(serial).padStart(12, '0')}`, name };
}

const basicQueue = queue(1, 'BasicQueue');

/** The one instance there is. Its ARNs match the patterns Streams reads account and instance ids with. */
export const instance: Instance = {
  accountId,
  region,
  arn,
  agentArn: `${arn}/agent/${agentId}`,
  routingProfile: { arn: `${arn}/routing-profile/44444444-4444-4444-8444-444444444444`, name: 'Basic Routing Profile' },
  queues: [
    basicQueue,
    queue(2, 'Orders'),
    queue(3, 'Billing'),
    queue(4, 'Technical support'),
    queue(5, 'Premium'),
    queue(6, 'Returns'),
  ],
  defaultOutboundQueue: basicQueue,
  agentQueue: { arn: `${arn}/queue/agent/${agentId}`, name: 'Agent queue' },
  quickConnects: [
    { arn: `${arn}/transfer-destination/1`, name: 'Supervisor', type: 'phone_number', phoneNumber: '+12025550190' },
    { arn: `${arn}/transfer-destination/2`, name: 'Warehouse', type: 'phone_number', phoneNumber: '+442079460991' },
    { arn: `${arn}/transfer-destination/3`, name: 'Grace Hopper', type: 'agent', agentLogin: 'grace' },
    { arn: `${arn}/transfer-destination/4`, name: 'Billing', type: 'queue', queue: queue(3, 'Billing') },
  ],
  phoneNumber: '+18005550199',
};
