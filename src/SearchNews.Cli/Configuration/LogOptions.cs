using Microsoft.Extensions.Configuration;

namespace SearchNews.Cli.Configuration;

/// <summary>Where the service logs to, beside what the section <c>Serilog</c> says.</summary>
internal sealed record LogOptions
{
    private const string Auto = "auto";
    private const string Text = "text";
    private const string Json = "json";

    /// <summary>Readable lines or JSON on the error stream; null for what suits it.</summary>
    public bool? IsReadable { get; init; }

    /// <summary>A file for JSON; null for none.</summary>
    public string? File { get; init; }

    /// <summary>Bytes after which a new file begins, 1 KiB or more. Default: 64 MiB.</summary>
    public int FileSize { get; init; } = 64 * 1024 * 1024;

    /// <summary>Files that stay, 1 or more. Default: 7.</summary>
    public int KeepFiles { get; init; } = 7;

    /// <summary>Reads them.</summary>
    /// <exception cref="UsageException">A value is impossible; the message names the key.</exception>
    public static LogOptions Read(IConfiguration configuration)
    {
        string format = Given(configuration, "Log:Format") ?? Auto;
        if (format is not (Auto or Text or Json)) throw new UsageException($"Log:Format is '{format}'; it must be {Auto}, {Text} or {Json}.");
        var defaults = new LogOptions();
        return new LogOptions
        {
            IsReadable = format == Auto ? null : format == Text,
            File = Given(configuration, "Log:File"),
            FileSize = Number(configuration, "Log:FileSize", 1024) ?? defaults.FileSize,
            KeepFiles = Number(configuration, "Log:KeepFiles", 1) ?? defaults.KeepFiles,
        };
    }

    private static int? Number(IConfiguration configuration, string key, int least)
    {
        if (Given(configuration, key) is not { } text) return null;
        int value = SettingText.ToNumber(key, text);
        return value >= least ? value : throw new UsageException($"{key} is {value}; it must be {least} or more.");
    }

    private static string? Given(IConfiguration configuration, string key) => string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key];
}
