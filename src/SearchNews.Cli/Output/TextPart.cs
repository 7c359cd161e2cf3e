using System.Runtime.InteropServices;
using Spectre.Console;

namespace SearchNews.Cli.Output;

/// <summary>Text of one style.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextPart(string Text, Style Style);
