namespace Dashboard.Web.Controls.Map;

/// <summary>
/// The Equal Earth projection (Šavrič, Patterson and Jenny, 2018, doi:10.1080/13658816.2018.1504949) in the 960-unit frame of
/// map/world.svg, so that sites line up with the drawn coastlines.
/// </summary>
public static class EqualEarth
{
    public const double Width = 960;
    public const double Height = 420;

    private const double A1 = 1.340264;
    private const double A2 = -0.081106;
    private const double A3 = 0.000893;
    private const double A4 = 0.003796;
    private const double ScaleToFrame = 177.34230496646222;
    private const double CentreX = 480;
    private const double CentreY = 233.6241481859541;

    private static readonly double M = Math.Sqrt(3) / 2;

    /// <summary>Converts degrees to units of the frame; y grows downward.</summary>
    public static (double X, double Y) Project(double longitude, double latitude)
    {
        var theta = Math.Asin(M * Math.Sin(double.DegreesToRadians(latitude)));
        var squared = theta * theta;
        var sixth = squared * squared * squared;
        var x = double.DegreesToRadians(longitude) * Math.Cos(theta)
            / (M * (A1 + 3 * A2 * squared + sixth * (7 * A3 + 9 * A4 * squared)));
        var y = theta * (A1 + A2 * squared + sixth * (A3 + A4 * squared));
        return (CentreX + ScaleToFrame * x, CentreY - ScaleToFrame * y);
    }
}
