export { illustrations, shippedPlan } from '../../src/plans.ts';
