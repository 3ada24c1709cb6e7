using Dashboard.Core.Migration;

namespace Dashboard.Web.Controls.Charts;

/// <summary>How many datasets are in a stage now.</summary>
public readonly record struct StageCount(Stage Stage, long Datasets);
