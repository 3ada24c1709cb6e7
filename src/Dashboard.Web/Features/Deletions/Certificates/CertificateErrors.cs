using Dashboard.Core;
using Dashboard.Core.Deletions;

namespace Dashboard.Web.Features.Deletions.Certificates;

internal sealed record NotVerified(BatchState State)
    : Refusal($"This batch is {Naming.Of(State)}. A certificate is issued when every item is proved absent, excluded or moved to another batch.");

internal sealed record CertificateIssuedAlready() : Refusal("The certificate of this batch is issued already. Download it.");
