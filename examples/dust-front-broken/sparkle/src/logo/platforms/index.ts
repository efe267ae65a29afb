export { default as FernlyLogo } from "./Fernly";
export { default as GearboxLogo } from "./Gearbox";
