/// The branchless bank: agents and customers, their accounts, and every movement of a bank's money,
/// at our own bank and between banks; the port [BankNetwork] that connectors implement.
///
/// Leaves who a caller is to `partner`, and how anything is spelled to the fronts.
@NullMarked
package id.sakelar.server.banking;

import org.jspecify.annotations.NullMarked;
