export { default as ParcelhubLogo } from "./Parcelhub";
export { default as PigeonLogo } from "./Pigeon";
