using Spectre.Console;

namespace SearchNews.Cli.Tests.Output;

/// <summary>A terminal of some width, and what was written on it.</summary>
internal sealed class Screen
{
    private readonly StringWriter _written = new();

    public Screen(int width, bool ansi = false)
    {
        Terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(_written),
            Ansi = ansi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = ansi ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        Terminal.Profile.Width = width;
    }

    public IAnsiConsole Terminal { get; }

    public string Text => _written.ToString();

    /// <summary>The lines without the blanks that fill them.</summary>
    public string[] Lines => [.. Text.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd(' '))];
}
