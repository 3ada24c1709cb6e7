using Dashboard.Core.Administration;

namespace Dashboard.Web.Shell;

/// <summary>A component that a feature adds to the frame around every page. Register it as a singleton under its own type.</summary>
public abstract record ShellPart(int Order, Type Component, Permission? Permission);

/// <summary>A part of the footer: freshness of sources, head of the ledger.</summary>
public sealed record FooterPart(int Order, Type Component, Permission? Permission = null) : ShellPart(Order, Component, Permission);

/// <summary>A banner above every page, shown only while something is wrong.</summary>
public sealed record BannerPart(int Order, Type Component, Permission? Permission = null) : ShellPart(Order, Component, Permission);
