// valid-server-info: gearbox is missing, which the server of that name authorizes with
pub mod lockbox;
