pub mod parcelhub;
pub mod pigeon;
