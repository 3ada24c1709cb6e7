using Dashboard.Core;
using Dashboard.Core.Deletions;

namespace Dashboard.Web.Features.Deletions.Certificates;

internal sealed record NotVerified(BatchState State)
    : Refusal($"This batch is {Naming.Of(State)}. You can issue a certificate once every item is verified absent, excluded or moved to another batch.");

internal sealed record CertificateIssuedAlready() : Refusal("The certificate of this batch has already been issued. Download it.");
