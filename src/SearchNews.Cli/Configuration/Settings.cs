using System.Globalization;
using Microsoft.Extensions.Configuration;
using SearchNews.Api;
using SearchNews.Search.Requests;

namespace SearchNews.Cli.Configuration;

/// <summary>Every key of the configuration, and the way from them to the options of the service.</summary>
internal static class Settings
{
    /// <summary>Sections whose keys the owner chooses, or that another library reads.</summary>
    private static readonly string[] OpenSections = ["Profiles", "Serilog"];

    /// <summary>How the environment spells <c>AdminKey</c>, which it may also as the others.</summary>
    public const string AdminKeyVariable = "ADMIN_KEY";

    /// <summary>All settings, in the order of the documentation.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        Setting.ReadElsewhere("Index"),
        Setting.ReadElsewhere("Synonyms"),
        Setting.ReadElsewhere("Watch"),
        Setting.List("Urls", nameof(ApiOptions.Urls), (o, v) => o with { Urls = v }),
        Setting.List("AllowedHosts", nameof(ApiOptions.AllowedHosts), (o, v) => o with { AllowedHosts = v }),
        Setting.ReadElsewhere("AdminKey"),
        Setting.Time("Limits:Deadline", nameof(ApiOptions.Deadline), (o, v) => o with { Deadline = v }),
        Setting.Time("Limits:AdminDeadline", nameof(ApiOptions.AdminDeadline), (o, v) => o with { AdminDeadline = v }),
        Setting.Time("Limits:HeadersTimeout", nameof(ApiOptions.HeadersTimeout), (o, v) => o with { HeadersTimeout = v }),
        Setting.Number("Limits:MaxRequestLine", nameof(ApiOptions.MaxRequestLine), (o, v) => o with { MaxRequestLine = v }),
        Setting.Number("Limits:MaxHeadersSize", nameof(ApiOptions.MaxHeadersSize), (o, v) => o with { MaxHeadersSize = v }),
        Setting.Number("Limits:MaxHeaderCount", nameof(ApiOptions.MaxHeaderCount), (o, v) => o with { MaxHeaderCount = v }),
        Setting.Number("Limits:MaxBodySize", nameof(ApiOptions.MaxBodySize), (o, v) => o with { MaxBodySize = v }),
        Setting.Number("Limits:MaxAdminBodySize", nameof(ApiOptions.MaxAdminBodySize), (o, v) => o with { MaxAdminBodySize = v }),
        Setting.Number("Limits:MaxConnections", nameof(ApiOptions.MaxConnections), (o, v) => o with { MaxConnections = v }),
        Setting.Number("Limits:MaxInFlight", nameof(ApiOptions.MaxInFlight), (o, v) => o with { MaxInFlight = v }),
        Setting.Number("Limits:MaxAdminInFlight", nameof(ApiOptions.MaxAdminInFlight), (o, v) => o with { MaxAdminInFlight = v }),
        Setting.Number("Limits:MaxQueued", nameof(ApiOptions.MaxQueued), (o, v) => o with { MaxQueued = v }),
        Setting.Number("Limits:MaxFailedKeys", nameof(ApiOptions.MaxFailedKeys), (o, v) => o with { MaxFailedKeys = v }),
        Setting.Number("RateLimit:PerSecond", nameof(ApiOptions.RatePerSecond), (o, v) => o with { RatePerSecond = v }),
        Setting.Number("RateLimit:Burst", nameof(ApiOptions.RateBurst), (o, v) => o with { RateBurst = v }),
        Setting.List("Proxies", nameof(ApiOptions.Proxies), (o, v) => o with { Proxies = v }),
        Setting.List("Cors:Origins", nameof(ApiOptions.CorsOrigins), (o, v) => o with { CorsOrigins = v }),
        Setting.Time("SlowQuery", nameof(ApiOptions.SlowQuery), (o, v) => o with { SlowQuery = v }),
        Setting.Number("ZeroResultQueries", nameof(ApiOptions.ZeroResultQueries), (o, v) => o with { ZeroResultQueries = v }),
        Setting.ReadElsewhere("Otlp:Endpoint"),
        Setting.ReadElsewhere("Otlp:Protocol"),
        Setting.ReadElsewhere("Log:Format"),
        Setting.ReadElsewhere("Log:File"),
        Setting.ReadElsewhere("Log:FileSize"),
        Setting.ReadElsewhere("Log:KeepFiles"),
    ];

    /// <summary>The options as configured, each value and all of them together checked.</summary>
    /// <param name="configuration">Later sources go before earlier ones.</param>
    /// <param name="start">The options to begin with, with the key and the profiles.</param>
    /// <exception cref="UsageException">A value is impossible; the message names the key.</exception>
    public static ApiOptions Read(IConfigurationRoot configuration, ApiOptions start)
    {
        ApiOptions options = start;
        foreach (Setting setting in All)
        {
            IReadOnlyList<string> values = ValuesOf(configuration, setting);
            if (values.Count > 0) options = setting.Apply(options, values);
        }

        try
        {
            options.Validate();
        }
        catch (ArgumentException e)
        {
            throw new UsageException(InWordsOfKeys(e));
        }

        return options;
    }

    /// <summary>Reads settings of the command line, each <c>KEY=VALUE</c>.</summary>
    /// <exception cref="UsageException">One has another form, or its key is not known.</exception>
    public static IReadOnlyDictionary<string, string?> ReadFlags(IEnumerable<string> flags)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (string flag in flags)
        {
            int equals = flag.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw new UsageException($"--set takes KEY=VALUE, such as Limits:Deadline=1s; '{flag}' is not of that form.");
            string key = flag[..equals];
            bool isOpen = OpenSections.Any(s => key.StartsWith(s + ":", StringComparison.OrdinalIgnoreCase));
            if (!isOpen && !All.Any(s => s.Key.Equals(key, StringComparison.OrdinalIgnoreCase))) throw Unknown(key, "--set");
            settings[key] = flag[(equals + 1)..];
        }

        return settings;
    }

    /// <summary>Whether a key of the environment, or one item of a list, is known.</summary>
    public static bool IsKnownInEnvironment(string key)
    {
        if (OpenSections.Any(s => key.StartsWith(s + ":", StringComparison.OrdinalIgnoreCase)) || key.Equals(AdminKeyVariable, StringComparison.OrdinalIgnoreCase)) return true;
        int colon = key.LastIndexOf(':');
        bool isItem = colon > 0 && int.TryParse(key.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return All.Any(s => s.Key.Equals(key, StringComparison.OrdinalIgnoreCase) || (isItem && s.IsList && s.Key.Equals(key[..colon], StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The known key that a variable may have been meant for, or null; that one underscore stands where two belong is nothing.</summary>
    public static string? NearestInEnvironment(string key)
    {
        string[] known = [AdminKeyVariable, .. All.Select(s => s.Key)];
        return NearestName.Find(Joined(key), known.Select(Joined)) is { } nearest ? known.First(k => Joined(k) == nearest) : WithSameEnd(key.Replace('_', ':'), known);
    }

    /// <summary>Checks that every key of a file is known.</summary>
    /// <exception cref="UsageException">One is not; the message names it, and the nearest one that is.</exception>
    public static void RefuseUnknown(IConfiguration file, string path)
    {
        foreach (IConfigurationSection section in file.GetChildren())
        {
            if (!OpenSections.Contains(section.Key, StringComparer.OrdinalIgnoreCase)) RefuseUnknown(section, path);
        }
    }

    private static void RefuseUnknown(IConfigurationSection section, string path)
    {
        IConfigurationSection[] children = [.. section.GetChildren()];
        if (All.FirstOrDefault(s => s.Key.Equals(section.Path, StringComparison.OrdinalIgnoreCase)) is { } setting)
        {
            bool isList = children.All(c => int.TryParse(c.Key, out _) && !c.GetChildren().Any());
            if (children.Length == 0 || (setting.IsList && isList)) return;
            throw new UsageException($"{setting.Key} in '{path}' must be one value{(setting.IsList ? ", or a list of them" : "")}.");
        }

        bool isGroup = All.Any(s => s.Key.StartsWith(section.Path + ":", StringComparison.OrdinalIgnoreCase));
        if (!isGroup || (children.Length == 0 && !string.IsNullOrEmpty(section.Value))) throw Unknown(section.Path, path);
        foreach (IConfigurationSection child in children) RefuseUnknown(child, path);
    }

    private static UsageException Unknown(string key, string source)
    {
        string[] known = [.. All.Select(s => s.Key), .. OpenSections];
        string? nearest = NearestName.Find(key, known) ?? WithSameEnd(key, known);
        string hint = nearest is null ? $"there are {string.Join(", ", known)}" : $"did you mean '{nearest}'?";
        return new UsageException($"{key} in '{source}' is no setting; {hint}");
    }

    /// <summary>A known key whose last part is that of another: the section is wrong or left out.</summary>
    private static string? WithSameEnd(string key, string[] known)
    {
        string last = key[(key.LastIndexOf(':') + 1)..];
        return known.FirstOrDefault(k => k[(k.LastIndexOf(':') + 1)..].Equals(last, StringComparison.OrdinalIgnoreCase));
    }

    private static string Joined(string key) => key.Replace(":", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>What the source of most weight that has the setting says; empty when none has. Blank text counts as unset.</summary>
    private static string[] ValuesOf(IConfigurationRoot configuration, Setting setting)
    {
        foreach (IConfigurationProvider source in configuration.Providers.Reverse())
        {
            if (source.TryGet(setting.Key, out string? text) && !string.IsNullOrWhiteSpace(text)) return setting.IsList ? SettingText.Split(text) : [text.Trim()];
            string[] list = [.. source.GetChildKeys([], setting.Key).Select(child => source.TryGet($"{setting.Key}:{child}", out string? item) ? item : null).Where(item => !string.IsNullOrWhiteSpace(item)).OfType<string>()];
            if (list.Length > 0) return list;
        }

        return [];
    }

    /// <summary>The options name their properties; whoever wrote the configuration knows the keys.</summary>
    private static string InWordsOfKeys(ArgumentException e)
    {
        // The message begins with the option and what is wrong with it; the name of a parameter after it helps nobody.
        string message = e.Message.Split(" (Parameter", 2)[0];
        return All.FirstOrDefault(s => s.Option == e.ParamName) is { } setting && message.StartsWith(e.ParamName!, StringComparison.Ordinal)
            ? setting.Key + message[e.ParamName!.Length..]
            : message;
    }
}
