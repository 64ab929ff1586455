; The Windows installer. tools/dist.py passes VERSION and PAYLOAD (the folder PyInstaller made).
Unicode true
!include "MUI2.nsh"

Name "村居法律服务台 ${VERSION}"
OutFile "${OUTPUT}"
InstallDir "$PROGRAMFILES64\VillageDesk"
InstallDirRegKey HKLM "Software\VillageDesk" "folder"
RequestExecutionLevel admin
!ifdef QUICK ; only to see that the script compiles
  SetCompress off
!else
  SetCompressor /SOLID lzma
!endif

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\VillageDesk"

Section
  ; Files of an older version must not linger beside the new ones.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$DESKTOP\村居法律服务台.lnk" "$INSTDIR\village-desk.exe"
  CreateShortcut "$SMPROGRAMS\村居法律服务台.lnk" "$INSTDIR\village-desk.exe"
  WriteRegStr HKLM "Software\VillageDesk" "folder" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayName" "村居法律服务台"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
SectionEnd

; Records lie in the user's own folder and are never touched, nor is anything else that lies in the program's.
Section "Uninstall"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\village-desk.exe"
  Delete "$INSTDIR\village-desk-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$DESKTOP\村居法律服务台.lnk"
  Delete "$SMPROGRAMS\村居法律服务台.lnk"
  DeleteRegKey HKLM "${UNINSTALL}"
  DeleteRegKey HKLM "Software\VillageDesk"
SectionEnd
