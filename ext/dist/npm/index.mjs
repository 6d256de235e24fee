import gazette from './index.cjs';
export const { getLoadablePath, load, readScript } = gazette;
export default gazette;
