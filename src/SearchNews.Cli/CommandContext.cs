using System.CommandLine;
using Microsoft.Extensions.Configuration;
using SearchNews.Cli.Configuration;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Ranking;
using Spectre.Console;

namespace SearchNews.Cli;

/// <summary>What a command works with: settings after precedence (flag, environment, file, default), the streams, and the index folder.</summary>
internal sealed class CommandContext
{
    private const string DefaultConfigFile = "searchnews.json";
    private const string DefaultIndexFolder = "index-data";

    // What reads a pipe works by line, so that ids and titles must not be broken to fit a screen.
    internal const int UnwrappedWidth = 1 << 16;

    public CommandContext(ParseResult arguments, GlobalOptions options, TextWriter output, TextWriter error)
    {
        Arguments = arguments;
        Output = output;
        Error = error;
        Json = arguments.GetValue(options.Json);
        Quiet = arguments.GetValue(options.Quiet);
        Verbose = arguments.GetValue(options.Verbose);
        NoColor = arguments.GetValue(options.NoColor) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        Configuration = ReadConfiguration(arguments.GetValue(options.Config), arguments.GetValue(options.Set) ?? []);
        IndexFolder = Given(arguments.GetValue(options.Index)) ?? Given(Configuration["Index"]) ?? DefaultIndexFolder;
        SynonymsFile = Given(arguments.GetValue(options.Synonyms)) ?? Given(Configuration["Synonyms"]);
    }

    /// <summary>The parsed command line.</summary>
    public ParseResult Arguments { get; }

    /// <summary>Where results go.</summary>
    public TextWriter Output { get; }

    /// <summary>Where everything else goes.</summary>
    public TextWriter Error { get; }

    /// <summary>Results as JSON.</summary>
    public bool Json { get; }

    /// <summary>Nothing but results and errors.</summary>
    public bool Quiet { get; }

    /// <summary>More detail.</summary>
    public bool Verbose { get; }

    /// <summary>No colours.</summary>
    public bool NoColor { get; }

    /// <summary>Configuration file, environment and <c>--set</c>.</summary>
    public IConfigurationRoot Configuration { get; }

    /// <summary>The index folder.</summary>
    public string IndexFolder { get; }

    /// <summary>The file of synonyms that was named; null for the one in the index folder, if it is there.</summary>
    public string? SynonymsFile { get; }

    /// <summary>The key of the admin routes; null when there is none.</summary>
    public string? AdminKey => Given(Configuration[Settings.AdminKeyVariable]) ?? Given(Configuration["AdminKey"]);

    /// <summary>The owner's ranking profiles.</summary>
    /// <exception cref="UsageException">They are not right.</exception>
    public IReadOnlyList<RankingProfile> Profiles => field ??= OwnProfiles.Read(Configuration);

    /// <summary>Tables and colours for results. Made when first needed: it takes its time.</summary>
    public IAnsiConsole Terminal => field ??= CreateTerminal(Console.IsOutputRedirected, Output);

    /// <summary>Progress bars, on the error stream; null when that is no terminal.</summary>
    public IAnsiConsole? Progress => Console.IsErrorRedirected ? null : field ??= CreateTerminal(redirected: false, Error);

    /// <summary>The generations of the index folder.</summary>
    public GenerationStore Store => new(IndexFolder);

    /// <summary>The backend on the live generation.</summary>
    /// <exception cref="UsageException">There is no such file of synonyms.</exception>
    public EmbeddedBackend OpenBackend()
    {
        if (SynonymsFile is { } file && !File.Exists(file)) throw new UsageException($"There is no file of synonyms '{file}'.");
        var backend = new EmbeddedBackend(Store, synonyms: SynonymsFile);
        if (backend.SynonymsProblem is { } problem) Error.WriteLine($"warning: {problem}");
        return backend;
    }

    /// <summary>Writes a line of progress or advice, unless the user wants quiet.</summary>
    public void Say(string line)
    {
        if (!Quiet) Error.WriteLine(line);
    }

    /// <summary>An empty variable, as a shell script may leave one, counts as unset.</summary>
    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private IConfigurationRoot ReadConfiguration(string? file, IReadOnlyList<string> flags)
    {
        string path = Path.GetFullPath(file ?? DefaultConfigFile);
        if (file is not null && !File.Exists(path)) throw new UsageException($"There is no configuration file '{file}'.");
        try
        {
            if (File.Exists(path)) Settings.RefuseUnknown(new ConfigurationBuilder().AddJsonFile(path, optional: false, reloadOnChange: false).Build(), path);
            IReadOnlyDictionary<string, string?> environment = EnvironmentSettings.Read();
            foreach (string warning in EnvironmentSettings.WarningsOf(environment.Keys)) Error.WriteLine($"warning: {warning}");
            return new ConfigurationBuilder()
                .AddJsonFile(path, optional: true, reloadOnChange: false)
                .AddInMemoryCollection(environment)
                .AddInMemoryCollection(Settings.ReadFlags(flags))
                .Build();
        }
        catch (InvalidDataException e)
        {
            throw new UsageException($"The configuration file '{path}' cannot be read: {e.InnerException?.Message ?? e.Message}");
        }
    }

    private IAnsiConsole CreateTerminal(bool redirected, TextWriter writer)
    {
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected || NoColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected) terminal.Profile.Width = UnwrappedWidth;
        return terminal;
    }
}
