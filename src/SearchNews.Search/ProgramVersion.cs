using System.Reflection;

namespace SearchNews.Search;

/// <summary>The version of this program.</summary>
public static class ProgramVersion
{
    /// <summary>Such as <c>0.1.0+3c6d7b6</c>: the version and the source revision it was built from.</summary>
    public static string Text { get; } = Shorten(typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0");

    private static string Shorten(string version)
    {
        int plus = version.IndexOf('+', StringComparison.Ordinal);
        return plus >= 0 && version.Length > plus + 8 ? version[..(plus + 8)] : version;
    }
}
