using Dashboard.Core.Administration;

namespace Dashboard.Web.Shell;

/// <summary>A component that a feature puts into the frame around every page, registered as a singleton under its own type.</summary>
public abstract record ShellPart(int Order, Type Component, Permission? Permission);

/// <summary>A part of the footer: freshness of sources, head of the ledger.</summary>
public sealed record FooterPart(int Order, Type Component, Permission? Permission = null) : ShellPart(Order, Component, Permission);

/// <summary>A part above every page, which shows itself only while something is wrong.</summary>
public sealed record BannerPart(int Order, Type Component, Permission? Permission = null) : ShellPart(Order, Component, Permission);
