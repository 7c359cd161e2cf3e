using SearchNews.Search.Indexing;

namespace SearchNews.Search.Requests;

/// <summary>Makes the options of rebuilds and updates from named text values, as <see cref="SearchParameters"/> does for questions.</summary>
public static class MaintenanceParameters
{
    /// <summary>Most generations that can be asked to stay.</summary>
    public const int MaxKeep = 1_000;

    private static readonly string[] RebuildNames = ["keep", "allowShrink", "allowSkips"];

    private static readonly string[] UpdateNames = ["fullHash", "allowShrink", "allowSkips"];

    /// <summary>Makes the options of a rebuild.</summary>
    /// <exception cref="InvalidRequestException">Unknown names or impossible values, all of them.</exception>
    public static BuildOptions ParseRebuild(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var reader = new ParameterReader(parameters, RebuildNames);
        var options = new BuildOptions();
        options = options with { Keep = reader.Int32("keep", options.Keep, 1, MaxKeep), AllowShrink = reader.Flag("allowShrink"), AllowSkips = reader.Flag("allowSkips") };
        reader.ThrowIfInvalid();
        return options;
    }

    /// <summary>Makes the options of an update.</summary>
    /// <exception cref="InvalidRequestException">Unknown names or impossible values, all of them.</exception>
    public static UpdateOptions ParseUpdate(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var reader = new ParameterReader(parameters, UpdateNames);
        var options = new UpdateOptions { FullHash = reader.Flag("fullHash"), AllowShrink = reader.Flag("allowShrink"), AllowSkips = reader.Flag("allowSkips") };
        reader.ThrowIfInvalid();
        return options;
    }
}
