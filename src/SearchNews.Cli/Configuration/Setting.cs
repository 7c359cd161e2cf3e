using SearchNews.Api;

namespace SearchNews.Cli.Configuration;

/// <summary>One key of the configuration: what it may hold, and which option of the service it sets. Immutable.</summary>
internal sealed class Setting
{
    private readonly Func<ApiOptions, IReadOnlyList<string>, ApiOptions> _apply;

    private Setting(string key, bool isList, string? option, Func<ApiOptions, IReadOnlyList<string>, ApiOptions> apply) =>
        (Key, IsList, Option, _apply) = (key, isList, option, apply);

    /// <summary>Where it stands in the file, parts separated by colons; in the environment <c>SEARCHNEWS_</c> goes before it and <c>__</c> stands for a colon.</summary>
    public string Key { get; }

    /// <summary>True when it may hold several values: a list, or one text separated by semicolons.</summary>
    public bool IsList { get; }

    /// <summary>The property of <see cref="ApiOptions"/> that it sets; null when others read it.</summary>
    public string? Option { get; }

    /// <summary>A setting that is read elsewhere; it is known here so that it is not taken for a mistake.</summary>
    public static Setting ReadElsewhere(string key) => new(key, isList: false, option: null, static (options, _) => options);

    /// <summary>Several texts.</summary>
    public static Setting List(string key, string option, Func<ApiOptions, IReadOnlyList<string>, ApiOptions> set) => new(key, isList: true, option, set);

    /// <summary>A whole number.</summary>
    public static Setting Number(string key, string option, Func<ApiOptions, int, ApiOptions> set) =>
        new(key, isList: false, option, (options, values) => set(options, SettingText.ToNumber(key, values[0])));

    /// <summary>A length of time.</summary>
    public static Setting Time(string key, string option, Func<ApiOptions, TimeSpan, ApiOptions> set) =>
        new(key, isList: false, option, (options, values) => set(options, SettingText.ToTime(key, values[0])));

    /// <summary>The options with this setting.</summary>
    /// <param name="options">The options so far.</param>
    /// <param name="values">What is configured, one value at least.</param>
    /// <exception cref="UsageException">The value is of the wrong form; the message names the key.</exception>
    public ApiOptions Apply(ApiOptions options, IReadOnlyList<string> values)
    {
        if (values.Count != 1 && !IsList) throw new UsageException($"{Key} has {values.Count} values; it takes one.");
        return _apply(options, values);
    }
}
