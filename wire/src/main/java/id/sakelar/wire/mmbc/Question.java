package id.sakelar.wire.mmbc;

/// What a caller can ask with a login.
public sealed interface Question
    permits InquiryAcc,
        TransferAcc,
        StatusTransfer,
        ListEsamsat,
        InquiryEsamsat,
        PayEsamsat,
        StatusInvoice {
  Login login();
}
