using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Controls.Forms;

/// <summary>What every field has: a label above it, help below it, and after a fault the error instead of the help. Both describe the field to screen readers.</summary>
public abstract class Field : ComponentBase
{
    /// <summary>Of the control that takes the focus.</summary>
    [Parameter] public string Id { get; set; } = $"field-{Guid.CreateVersion7():N}";

    [Parameter, EditorRequired] public required string Label { get; set; }

    /// <summary>One or two sentences below the field.</summary>
    [Parameter] public string? Help { get; set; }

    [Parameter] public bool Required { get; set; }

    /// <summary>For fields with short values.</summary>
    [Parameter] public bool Narrow { get; set; }

    protected string FieldClass => Narrow ? "field field-narrow" : "field";

    /// <summary>Fields are required unless their label says otherwise.</summary>
    protected string LabelClass => Required ? "field-label" : "field-label field-optional";

    protected string LabelId => $"{Id}-label";
}
